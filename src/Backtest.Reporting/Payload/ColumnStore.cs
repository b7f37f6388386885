using System.Buffers;
using System.Text.Json;

namespace Backtest.Reporting;

/// <summary>The packed columns of a page, one after the other; the document contains the offset of each.</summary>
internal sealed class ColumnStore
{
    private const long TicksPerMillisecond = TimeSpan.TicksPerMillisecond;
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);

    /// <summary>All packed bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>Packs a column, and writes its location.</summary>
    public void Write(Column column, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        switch (column)
        {
            case NumberColumn numbers:
                WriteNumbers(numbers, json);
                break;
            case TimeColumn times:
                WriteTimes(times.Ticks, json);
                break;
            case TextColumn texts:
                WriteTexts(texts.Values, json);
                break;
            default:
                throw new NotSupportedException(column.GetType().Name);
        }

        json.WriteEndObject();
    }

    private void WriteNumbers(NumberColumn column, Utf8JsonWriter json)
    {
        int scale = DecimalScale.Of(column.Values, column.Digits);
        var whole = new long[column.Count];
        for (int i = 0; i < whole.Length; i++)
            whole[i] = double.IsFinite(column.Values[i]) ? DecimalScale.Scaled(column.Values[i], scale) : i > 0 ? whole[i - 1] : 0;
        json.WriteString("type", "number");
        json.WriteNumber("scale", scale);
        WriteWhole(whole, json);
        WriteGaps(column.Count, i => !double.IsFinite(column.Values[i]), json);
    }

    private void WriteTimes(long[] ticks, Utf8JsonWriter json)
    {
        var whole = new long[ticks.Length];
        for (int i = 0; i < whole.Length; i++)
            whole[i] = ticks[i] == TimeColumn.None ? i > 0 ? whole[i - 1] : 0 : (ticks[i] - DateTime.UnixEpoch.Ticks) / TicksPerMillisecond;
        long unit = Unit(whole);
        for (int i = 0; i < whole.Length; i++)
            whole[i] /= unit;
        json.WriteString("type", "time");
        json.WriteNumber("unit", unit);
        WriteWhole(whole, json);
        WriteGaps(ticks.Length, i => ticks[i] == TimeColumn.None, json);
    }

    private void WriteTexts(string?[] values, Utf8JsonWriter json)
    {
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        var whole = new long[values.Length];
        for (int i = 0; i < whole.Length; i++)
        {
            if (values[i] is not { } text)
                continue; // 0: none
            if (!codes.TryGetValue(text, out int code))
                codes.Add(text, code = codes.Count + 1);
            whole[i] = code;
        }

        json.WriteString("type", "text");
        json.WriteStartArray("words");
        foreach (string word in codes.Keys)
            json.WriteStringValue(word);
        json.WriteEndArray();
        WriteWhole(whole, json);
    }

    private void WriteWhole(ReadOnlySpan<long> values, Utf8JsonWriter json)
    {
        json.WriteNumber("at", _bytes.WrittenCount);
        json.WriteNumber("count", values.Length);
        DeltaEncoding.Write(values, _bytes);
    }

    // Write gaps as run lengths: the number of rows with a value, the number without, and so on.
    private void WriteGaps(int count, Func<int, bool> isGap, Utf8JsonWriter json)
    {
        var runs = new List<long>();
        bool inGap = false;
        long length = 0;
        for (int i = 0; i < count; i++)
        {
            if (isGap(i) == inGap)
            {
                length++;
                continue;
            }

            runs.Add(length);
            inGap = !inGap;
            length = 1;
        }

        if (runs.Count == 0 && !inGap)
            return;
        runs.Add(length);
        json.WriteStartObject("gaps");
        WriteWhole([.. runs], json);
        json.WriteEndObject();
    }

    /// <summary>The longest of day, minute, second and millisecond of which all times are whole multiples.</summary>
    private static long Unit(long[] milliseconds)
    {
        foreach (long unit in (ReadOnlySpan<long>)[86_400_000, 60_000, 1_000])
        {
            if (Array.TrueForAll(milliseconds, moment => moment % unit == 0))
                return unit;
        }

        return 1;
    }
}
