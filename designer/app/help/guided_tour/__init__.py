"""The guided tour: builds, breaks and repairs a small network in the real window, in two minutes."""

from designer.app.help.guided_tour.tour import GuidedTour, begin_tour

__all__ = ["GuidedTour", "begin_tour"]
