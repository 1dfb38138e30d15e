"""The guided tour: two minutes over the real window, in which a small network is built, broken and repaired."""

from designer.app.help.guided_tour.tour import GuidedTour, begin_tour

__all__ = ["GuidedTour", "begin_tour"]
