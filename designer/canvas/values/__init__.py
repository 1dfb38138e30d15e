"""What the canvas shows, as plain values."""
