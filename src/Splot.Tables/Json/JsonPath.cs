using System.Text.Json;

namespace Splot.Tables;

/// <summary>Follows the names that lead to a value inside a record. Values inside an array all belong to the array's own name.</summary>
internal sealed class JsonPath(int recordDepth)
{
    private readonly List<string> _names = [];
    private int _arrayDepth = -1;

    /// <summary>The names from the record down, joined by points.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>True if the token is a value (not a name, start or end).</summary>
    public bool IsValue { get; private set; }

    /// <summary>Takes a token in; false at the record's end.</summary>
    public bool Follow(JsonTokens tokens)
    {
        IsValue = false;
        if (tokens.Depth <= recordDepth)
        {
            return false;
        }

        switch (tokens.Type)
        {
            case JsonTokenType.PropertyName when _arrayDepth < 0:
                var level = tokens.Depth - recordDepth - 1;
                if (level < _names.Count)
                {
                    _names.RemoveRange(level, _names.Count - level);
                }

                _names.Add(tokens.Text.Written.ToString());
                Name = _names.Count == 1 ? _names[0] : string.Join('.', _names);
                break;
            case JsonTokenType.StartArray when _arrayDepth < 0:
                _arrayDepth = tokens.Depth;
                break;
            case JsonTokenType.EndArray when tokens.Depth == _arrayDepth:
                _arrayDepth = -1;
                break;
            case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null:
                IsValue = true;
                break;
        }

        return true;
    }
}
