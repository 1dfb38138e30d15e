"""The worker process as the application sees it: started, given jobs, cancelled, replaced."""
