"""Document -> Python source: a file that stands alone and reads as if written by hand."""

from designer.codegen.functions import CodegenError
from designer.codegen.generate import GeneratedFile, generate

__all__ = ["CodegenError", "GeneratedFile", "generate"]
