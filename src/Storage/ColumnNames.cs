using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Storage;

/// <summary>Columns are named like properties, in small letters: <c>lease_until</c> of <c>LeaseUntil</c>.</summary>
internal static class ColumnNames
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(row => row.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder();
        foreach (var letter in name)
            (char.IsAsciiLetterUpper(letter) && snake.Length > 0 ? snake.Append('_') : snake).Append(char.ToLowerInvariant(letter));
        return snake.ToString();
    }
}
