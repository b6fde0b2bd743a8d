"""Who may change a place: a moderator all of them, a team its own and no other."""

from wagtail.models import PagePermissionTester


class PlacePermissions(PagePermissionTester):
    """Wagtail's rights, plus those of the team of the place (`page.team`, from a higher room)."""

    def can_edit(self) -> bool:
        return super().can_edit() or self._in_team()

    def can_publish(self) -> bool:
        return super().can_publish() or (self._in_team() and self.page.team.trusted)

    def _in_team(self) -> bool:
        team = getattr(self.page.original, "team", None)
        return bool(team) and self.user.is_active and team.members.filter(pk=self.user.pk).exists()
