namespace Splot.Kernel;

/// <summary>How a text came to be.</summary>
public enum TextOrigin
{
    /// <summary>As published by the source.</summary>
    Original = 0,

    /// <summary>Written or translated by a person.</summary>
    Human = 1,

    /// <summary>Translated by a machine.</summary>
    Machine = 2,
}
