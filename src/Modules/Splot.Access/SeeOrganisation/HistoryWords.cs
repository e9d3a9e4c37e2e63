namespace Splot.Access.SeeOrganisation;

/// <summary>What changes of organisations are called, in the reader's language.</summary>
internal static class HistoryWords
{
    public static string Of(string act) => act switch
    {
        "access.organisation-added" => Text.Added,
        "access.organisation-changed" => Text.Changed,
        "access.organisation-renamed" => Text.Renamed,
        "access.organisation-name-taken-back" => Text.NameTakenBack,
        "access.organisation-merged" => Text.WasMerged,
        "access.organisation-took-over" => Text.TookOver,
        "access.organisation-closed" => Text.Closed,
        "access.organisation-reopened" => Text.Reopened,
        "access.unit-added" => Text.UnitAdded,
        "access.unit-changed" => Text.UnitChanged,
        "access.unit-closed" => Text.UnitClosed,
        "access.unit-reopened" => Text.UnitReopened,
        _ => act, // one that a later version knows
    };
}
