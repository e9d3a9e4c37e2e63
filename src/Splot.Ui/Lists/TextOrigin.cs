namespace Splot.Ui;

/// <summary>Where a text in some language comes from.</summary>
public enum TextOrigin
{
    /// <summary>Written in this language.</summary>
    Original,

    /// <summary>Translated by a person.</summary>
    Human,

    /// <summary>Translated by a machine.</summary>
    Machine,
}
