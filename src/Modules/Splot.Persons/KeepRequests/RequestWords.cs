using Splot.Persons.Model;

namespace Splot.Persons.KeepRequests;

/// <summary>Words of requests.</summary>
public static class RequestWords
{
    /// <summary>Codes and names of the kinds of requests.</summary>
    public static IReadOnlyList<(string Code, string Name)> Kinds => [.. RequestKind.All.Select(k => (k, Kind(k)))];

    /// <summary>The kind's name, with its article of the GDPR.</summary>
    public static string Kind(string code) => code switch
    {
        RequestKind.Access => Text.KindAccess,
        RequestKind.Rectification => Text.KindRectification,
        RequestKind.Restriction => Text.KindRestriction,
        RequestKind.Objection => Text.KindObjection,
        RequestKind.Erasure => Text.KindErasure,
        _ => code,
    };

    /// <summary>How the request stands on a day.</summary>
    public static string State(SubjectRequest request, DateOnly today) => request switch
    {
        { Granted: true } => Text.Granted,
        { Granted: false } => Text.NotGranted,
        _ when request.IsLateOn(today) => Text.Late,
        _ => Text.IsOpen,
    };
}
