namespace Splot.Ui;

/// <summary>One region on a tile map.</summary>
/// <param name="Code">The region's code, such as <c>PL81</c>; unknown codes have no place and are not drawn.</param>
/// <param name="Name">Its name, with its value in words: it is the tile's accessible name and tooltip.</param>
/// <param name="Class">The class of its value, 1 (least) to 5 (most); 0 where there is no value.</param>
/// <param name="Value">The value, short enough for a tile.</param>
/// <param name="Href">Where the tile leads.</param>
/// <param name="Selected">The region that the page is about.</param>
/// <param name="Lang">The name's language where it differs from the page's.</param>
public sealed record MapTile(string Code, string Name, int Class = 0, string? Value = null, string? Href = null, bool Selected = false, string? Lang = null);

/// <summary>One class of values on a map.</summary>
/// <param name="Class">1 (least) to 5 (most).</param>
/// <param name="Label">Its bounds in words.</param>
public sealed record MapClass(int Class, string Label);
