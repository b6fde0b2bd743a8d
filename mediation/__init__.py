"""Who helps, and where: places, workshops, actors."""
