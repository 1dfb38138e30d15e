"""The gallery: published networks as cards and as points, to begin a design from."""

from designer.app.dialogs.gallery.opening import GalleryOpener

__all__ = ["GalleryOpener"]
