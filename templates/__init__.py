"""Templates: networks that others published, as functions from a few options to a document."""

from templates.gallery import gallery
from templates.template import Option, Published, Template, TemplateError

__all__ = ["Option", "Published", "Template", "TemplateError", "gallery"]
