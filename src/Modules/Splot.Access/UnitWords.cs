namespace Splot.Access;

/// <summary>What kinds of offices are called, in the reader's language.</summary>
internal static class UnitWords
{
    public static string Of(string kind) => kind switch
    {
        "front-office" => Text.UnitFrontOffice,
        "team" => Text.UnitTeam,
        "department" => Text.UnitDepartment,
        _ => Text.UnitOther,
    };
}
