"""Which Qwen models exist, hosted and open, and what each may do: data in models.toml, and the look-up."""

from qwenchat.catalogue.look_up import advice, default_model, find, region, regions, rows, spellings
from qwenchat.catalogue.row import Advice, Region, Row

__all__ = ["Advice", "Region", "Row", "advice", "default_model", "find", "region", "regions", "rows", "spellings"]
