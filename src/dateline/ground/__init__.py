"""Words to days, places, numbers and actors."""
