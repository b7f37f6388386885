using System.Globalization;
using System.Text;

namespace Backtest.Tests.Csv;

/// <summary>A file with more bars than are held in memory, shared by all tests of a class: bar n closes at n.</summary>
public sealed class LargeFile : IDisposable
{
    public const int Bars = 2_200_000;
    public const long FirstSecond = 1_577_836_800;

    public LargeFile()
    {
        using var text = new StreamWriter($"{Folder.Root}/A.csv", append: false, Encoding.ASCII, 1 << 16);
        text.Write("time,open,high,low,close,group\n");
        for (int bar = 1; bar <= Bars; bar++)
            text.Write(string.Create(CultureInfo.InvariantCulture, $"{FirstSecond + bar},{bar},{bar},{bar},{bar},G\n"));
    }

    public DataFolder Folder { get; } = new();

    public BarSourceOptions.Csv Options => Folder.Options("A.csv") with { Timeframe = new Timeframe(1, 's') };

    public void Dispose() => Folder.Dispose();
}
