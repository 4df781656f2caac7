"""Programs that verify an exported journal or a receipt; they need nothing of this system and travel with exports."""
