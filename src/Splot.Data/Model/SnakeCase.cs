using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Splot.Data;

/// <summary>Columns are named in snake_case on both engines.</summary>
public static class SnakeCase
{
    /// <summary>Names every column after its property; call at the end of OnModelCreating, after the tables have their names.</summary>
    public static ModelBuilder UseSnakeCase(this ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            property.SetColumnName(Of(property.Name));
        }

        foreach (var index in model.Model.GetEntityTypes().SelectMany(e => e.GetIndexes()))
        {
            index.SetDatabaseName($"IX_{index.DeclaringEntityType.GetTableName()}_{string.Join('_', index.Properties.Select(p => Of(p.Name)))}");
        }

        foreach (var key in model.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys()))
        {
            key.SetConstraintName($"FK_{key.DeclaringEntityType.GetTableName()}_{key.PrincipalEntityType.GetTableName()}_{string.Join('_', key.Properties.Select(p => Of(p.Name)))}");
        }

        return model;
    }

    /// <summary><c>WindowFloor</c> becomes <c>window_floor</c>.</summary>
    public static string Of(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0)
            {
                result.Append('_');
            }

            result.Append(char.ToLowerInvariant(name[i]));
        }

        return result.ToString();
    }
}
