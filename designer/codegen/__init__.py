"""Document -> Python source: a file that stands alone and reads as if written by hand.

`generate` runs the passes in order. Each is a module or a folder, takes one frozen value, and gives the next:

    collect     Analysis  -> Collected      the nodes that become code, in order
    name        Collected -> Named          what functions, arguments and tensors are called
    translate   Named     -> Program        a function for the design, and for each composite block
    specialise  Program   -> Program        the library's functions, cut down to what the design needs of them
    finish      Program   -> Program        layers as Keras's users write them
    lay_out     Program   -> LaidOut        imports and functions as text, laid out by ruff
    write       LaidOut   -> GeneratedFile  the file, and the lines of each node

They share `program` (a function of the file), `library` (the blocks' source) and `trees` (syntax trees).
"""

from designer.codegen.collect import CodegenError
from designer.codegen.finish import GroupedConv
from designer.codegen.generate import generate
from designer.codegen.write import GeneratedFile

__all__ = ["CodegenError", "GeneratedFile", "GroupedConv", "generate"]
