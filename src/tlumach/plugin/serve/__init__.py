"""The preview: `tlumach serve`."""
