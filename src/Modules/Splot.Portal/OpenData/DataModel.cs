using Splot.Data;
using Splot.Kernel;
using Splot.Portal.Labels;
using Splot.Portal.ListOfOperations;
using Splot.Portal.Searching;

namespace Splot.Portal.OpenData;

/// <summary>A country and period with its files.</summary>
internal sealed record DataGroupModel(DataState State, IReadOnlyDictionary<DataFile, DataSize> Sizes)
{
    public ListReport Report { get; } = ListReport.Of(State);

    public IEnumerable<DataFile> Files(DataKind kind) => DataFile.Of(State.Group).Where(f => f.Kind == kind);
}

/// <summary>What the data page shows.</summary>
public sealed class DataModel
{
    internal DataModel(IReadOnlyList<DataGroupModel> groups, LabelBook labels, DataLicence licence) => (Groups, Labels, Licence) = (groups, labels, licence);

    internal IReadOnlyList<DataGroupModel> Groups { get; }

    internal LabelBook Labels { get; }

    internal DataLicence Licence { get; }

    /// <summary>The country's name, or that none is published.</summary>
    internal Label Country(DataGroup group) => group.Country is { } code ? Labels.Of(LabelKind.Country, code) : new Label(Text.NoCountry, Languages.Current.Code());

    /// <summary>The period, or that none is published.</summary>
    internal static string Period(DataGroup group) => group.Period?.Replace('-', '–') ?? Text.NoPeriod;

    /// <summary>The same projects on the pages.</summary>
    internal static string Projects(DataGroup group) => "/projects" + SearchAddress.Query(group.Search);
}
