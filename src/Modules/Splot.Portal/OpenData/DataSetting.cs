using Splot.Kernel;
using Splot.Portal.Labels;
using Splot.Ui;

namespace Splot.Portal.OpenData;

/// <summary>What a file needs to know besides its operations.</summary>
/// <param name="Language">Language of its texts.</param>
/// <param name="Site">The installation.</param>
/// <param name="Labels">Names of codes.</param>
internal sealed record DataSetting(Language Language, SiteOptions Site, LabelBook Labels);
