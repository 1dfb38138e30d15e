"""Items of the scene, and how they are painted."""
