"""The gallery: published networks as cards and in a chart, to start a design from."""

from designer.app.dialogs.gallery.opening import GalleryOpener

__all__ = ["GalleryOpener"]
