using System.Buffers.Text;
using System.Security.Cryptography;
using Backtest.Abstractions.Runtime;

namespace Backtest.Benchmarks;

/// <summary>A parser for one file format: a date, four prices and a volume, without quotes or errors. It hashes the file, as a run does.</summary>
internal static class CsvLoop
{
    public static (int Count, double LastClose) Read(string path)
    {
        BarSeries series = Parse(path);
        return (series.Count, series.Close[series.Count - 1]);
    }

    public static BarSeries Parse(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(file, hash);
        ReadOnlySpan<byte> rest = file;
        rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        var series = new BarSeries(new Instrument { Symbol = "S000" }, Timeframe.Day, 0, hasVolume: true);
        while (!rest.IsEmpty)
        {
            long start = Day(rest);
            rest = rest[11..];
            double open = Number(ref rest);
            double high = Number(ref rest);
            double low = Number(ref rest);
            double close = Number(ref rest);
            double volume = Number(ref rest);
            if (!(low > 0 && low <= open && low <= close && high >= open && high >= close))
                throw new InvalidDataException("no bar");
            series.Append(start, start + TimeSpan.TicksPerDay, open, high, low, close, volume, (int)(start / TimeSpan.TicksPerDay));
        }

        return series;
    }

    private static long Day(ReadOnlySpan<byte> text)
    {
        int year = (Digit(text[0]) * 1000) + (Digit(text[1]) * 100) + (Digit(text[2]) * 10) + Digit(text[3]);
        int month = (Digit(text[5]) * 10) + Digit(text[6]);
        int day = (Digit(text[8]) * 10) + Digit(text[9]);
        return new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks;
    }

    private static int Digit(byte letter) => letter - '0';

    private static double Number(ref ReadOnlySpan<byte> text)
    {
        if (!Utf8Parser.TryParse(text, out double value, out int used))
            throw new InvalidDataException("no number");
        text = text[(used + 1)..];
        return value;
    }
}
