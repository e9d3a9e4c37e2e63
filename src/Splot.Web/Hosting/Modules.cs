using Splot.Data;

namespace Splot.Web.Hosting;

/// <summary>Which rooms this house has.</summary>
public static class Modules
{
    /// <summary>Registers the modules that this process serves.</summary>
    public static void Add(IServiceCollection services, SplotOptions options)
    {
    }

    /// <summary>Maps their addresses.</summary>
    public static void Map(WebApplication app)
    {
    }
}
