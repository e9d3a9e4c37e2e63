using System.Text.Json;

namespace Splot.Tables;

/// <summary>
/// Where the records of a JSON document are: array number <see cref="Array"/> of those not inside another (counting from 1), or the documents themselves (0);
/// and their fields in the order in which they first appear, those of inner objects joined by a point.
/// </summary>
internal sealed record JsonShape(int Array, bool AreArrays, IReadOnlyList<string> Fields)
{
    public static JsonShape? Find(Func<JsonTokens> open, TableLimits limits, CancellationToken cancellation)
    {
        if (Choose(open, cancellation) is not { } chosen)
        {
            return null;
        }

        var (array, areArrays) = chosen;
        if (areArrays)
        {
            return new JsonShape(array, true, []);
        }

        var fields = new JsonFields(limits);
        using var tokens = open();
        var walker = new JsonRecords(tokens, array, areArrays);
        while (walker.Next(cancellation))
        {
            fields.Collect(tokens, cancellation);
        }

        return new JsonShape(array, false, fields.Names);
    }

    /// <summary>The array with most objects (else most arrays) in it, or the documents if there are several or they hold no such array.</summary>
    private static (int Array, bool AreArrays)? Choose(Func<JsonTokens> open, CancellationToken cancellation)
    {
        using var tokens = open();
        var documents = 0L;
        var arrays = 0;
        var (best, bestObjects, bestLists, bestOfLists) = (0, 0L, 0, 0L);
        while (tokens.Read(cancellation))
        {
            if (tokens is { Type: JsonTokenType.StartObject, Depth: 0 })
            {
                documents++;
            }

            if (tokens.Type != JsonTokenType.StartArray)
            {
                continue;
            }

            arrays++;
            var (objects, lists) = Count(tokens, cancellation);
            (best, bestObjects) = objects > bestObjects ? (arrays, objects) : (best, bestObjects);
            (bestLists, bestOfLists) = lists > bestOfLists ? (arrays, lists) : (bestLists, bestOfLists);
        }

        return (documents, bestObjects, bestOfLists) switch
        {
            ( > 1, _, _) => (0, false),
            (_, > 0, _) => (best, false),
            (_, _, > 0) => (bestLists, true),
            (1, _, _) => (0, false),
            _ => null,
        };
    }

    private static (long Objects, long Lists) Count(JsonTokens tokens, CancellationToken cancellation)
    {
        var depth = tokens.Depth;
        var (objects, lists) = (0L, 0L);
        while (tokens.Read(cancellation) && tokens.Depth > depth)
        {
            if (tokens.Depth == depth + 1)
            {
                objects += tokens.Type == JsonTokenType.StartObject ? 1 : 0;
                lists += tokens.Type == JsonTokenType.StartArray ? 1 : 0;
            }
        }

        return (objects, lists);
    }
}

/// <summary>Walks to each record of the chosen array, or to each document.</summary>
internal sealed class JsonRecords(JsonTokens tokens, int array, bool areArrays)
{
    private int _arrays;
    private int _inside = -1;

    /// <summary>Stands at the start of the next record; false if there is none. The record must be read to its end before the next call.</summary>
    public bool Next(CancellationToken cancellation)
    {
        var start = areArrays ? JsonTokenType.StartArray : JsonTokenType.StartObject;
        while (tokens.Read(cancellation))
        {
            if (_inside >= 0)
            {
                if (tokens.Depth == _inside)
                {
                    _inside = -1;
                    continue;
                }

                if (tokens.Type == start)
                {
                    return true;
                }

                if (tokens.Type is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    tokens.Skip(cancellation);
                }
            }
            else if (array == 0)
            {
                if (tokens is { Type: JsonTokenType.StartObject, Depth: 0 })
                {
                    return true;
                }

                if (tokens.Type == JsonTokenType.StartArray)
                {
                    tokens.Skip(cancellation);
                }
            }
            else if (tokens.Type == JsonTokenType.StartArray)
            {
                _arrays++;
                if (_arrays == array)
                {
                    _inside = tokens.Depth;
                }
                else
                {
                    tokens.Skip(cancellation);
                }
            }
        }

        return false;
    }
}

/// <summary>The fields of all records.</summary>
internal sealed class JsonFields(TableLimits limits)
{
    private const int LongestName = 1000;

    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _names = [];

    public IReadOnlyList<string> Names => _names;

    /// <summary>Takes in the fields of the record whose start was read, and reads it to its end.</summary>
    public void Collect(JsonTokens tokens, CancellationToken cancellation)
    {
        var path = new JsonPath(tokens.Depth);
        while (tokens.Read(cancellation) && path.Follow(tokens))
        {
            if (path.IsValue && path.Name.Length <= LongestName && _numbers.TryAdd(path.Name, _names.Count))
            {
                _names.Add(path.Name);
                if (_names.Count > limits.Columns)
                {
                    throw new TableRefusedException(Refusals.TooManyColumns(limits.Columns, 1));
                }
            }
        }
    }
}
