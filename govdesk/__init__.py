"""GovDesk: an offline desk for Korean civil servants."""

__version__ = "0.1.0"
