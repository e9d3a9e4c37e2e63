using System.Globalization;
using System.Text.Json;

namespace Splot.Tables;

/// <summary>Reads JSON records as rows. Row 0 holds the fields' names; several values of one field are joined by <c>|</c>, as portals join them in CSV.</summary>
internal sealed class JsonReader : TableReader
{
    private const char Joint = '|';

    private readonly JsonTokens _tokens;
    private readonly JsonShape _shape;
    private readonly TableLimits _limits;
    private readonly JsonRecords _records;
    private readonly Dictionary<string, int> _columns = [];
    private readonly List<TextBuffer> _values = [];
    private readonly List<JsonTokenType> _types = [];
    private readonly TextBuffer _text = new();
    private bool _started;

    public JsonReader(JsonTokens tokens, JsonShape shape, TableLimits limits)
    {
        _tokens = tokens;
        _shape = shape;
        _limits = limits;
        _records = new JsonRecords(tokens, shape.Array, shape.AreArrays);
        foreach (var field in shape.Fields)
        {
            _columns[field] = _columns.Count;
        }
    }

    public override bool Read(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        Clear();
        if (!_started && !_shape.AreArrays)
        {
            _started = true;
            foreach (var (index, name) in _shape.Fields.Index())
            {
                Add(index, JsonTokenType.String, name);
            }
        }
        else if (!_records.Next(cancellation))
        {
            return false;
        }
        else
        {
            Row.Number++;
            ReadRecord(cancellation);
        }

        Row.Line = Row.Number;
        Compose();
        return true;
    }

    protected override void Dispose(bool disposing) => _tokens.Dispose();

    private void ReadRecord(CancellationToken cancellation)
    {
        if (!_shape.AreArrays)
        {
            var path = new JsonPath(_tokens.Depth);
            while (_tokens.Read(cancellation) && path.Follow(_tokens))
            {
                if (path.IsValue && _columns.TryGetValue(path.Name, out var column))
                {
                    Add(column, _tokens.Type, _tokens.Text.Written);
                }
            }

            return;
        }

        var depth = _tokens.Depth;
        for (var column = 0; _tokens.Read(cancellation) && _tokens.Depth > depth; column++)
        {
            if (column >= _limits.Columns)
            {
                throw new TableRefusedException(Refusals.TooManyColumns(_limits.Columns, Row.Number));
            }

            Add(column, _tokens.Type, _tokens.Text.Written);
            if (_tokens.Type is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                _tokens.Skip(cancellation);
            }
        }
    }

    private void Clear()
    {
        for (var column = 0; column < _values.Count; column++)
        {
            _values[column].Length = 0;
            _types[column] = JsonTokenType.None;
        }
    }

    private void Add(int column, JsonTokenType type, ReadOnlySpan<char> text)
    {
        while (_values.Count <= column)
        {
            _values.Add(new TextBuffer());
            _types.Add(JsonTokenType.None);
        }

        if (type is JsonTokenType.Null or JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            return;
        }

        var value = _values[column];
        if (_types[column] != JsonTokenType.None)
        {
            value.Append(Joint);
            type = JsonTokenType.String;
        }

        value.Append(type switch
        {
            JsonTokenType.True => "TRUE",
            JsonTokenType.False => "FALSE",
            _ => text,
        });
        _types[column] = type;
        if (value.Length > _limits.CellCharacters)
        {
            throw new TableRefusedException(Refusals.CellTooLong(_limits.CellCharacters, Row.Number, Row.Number));
        }
    }

    private void Compose()
    {
        Row.Count = 0;
        Row.Flaws = RowFlaws.None;
        _text.Length = 0;
        for (var column = 0; column < _values.Count; column++)
        {
            ref var slot = ref Row.At(column);
            var start = _text.Length;
            var value = _values[column].Written;
            if (_types[column] == JsonTokenType.Number && TryNumber(value, out var number))
            {
                slot.Set(number, default, false, _text);
                continue;
            }

            _text.Append(value);
            Row.Flaws |= _text.Clean(start, hasEscapes: false) ? RowFlaws.ControlCharacters : RowFlaws.None;
            slot.Start = start;
            slot.Length = _text.Length - start;
            slot.Kind = slot.Length == 0 ? CellKind.Empty : _types[column] is JsonTokenType.True or JsonTokenType.False ? CellKind.Boolean : CellKind.Text;
            if (_text.Length > _limits.RowCharacters)
            {
                throw new TableRefusedException(Refusals.RowTooLong(_limits.RowCharacters, Row.Number, Row.Number));
            }
        }

        Row.Buffer = _text.Characters;
        Row.Start = 0;
    }

    /// <summary>A JSON number is decimal text: exact as far as a decimal goes.</summary>
    private static bool TryNumber(ReadOnlySpan<char> text, out decimal number) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
