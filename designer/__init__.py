"""Channelwise: design convolutional networks by hand, and take away code that runs."""

__version__ = "0.1.0"
