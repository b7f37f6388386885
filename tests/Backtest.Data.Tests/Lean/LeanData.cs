using System.IO.Compression;
using System.Text;

namespace Backtest.Tests.Lean;

/// <summary>A data folder for one test, in the layout that LEAN's repository documents.</summary>
internal sealed class LeanData : IDisposable
{
    private const string AllDay = """[{"start": "00:00:00", "end": "1.00:00:00", "state": "market"}]""";
    private const string Shares = """
        [{"start": "04:00:00", "end": "09:30:00", "state": "premarket"}, {"start": "09:30:00", "end": "16:00:00", "state": "market"}]
        """;
    private const string Evening = """{"start": "17:00:00", "end": "1.00:00:00", "state": "market"}""";
    private const string Morning = """{"start": "00:00:00", "end": "17:00:00", "state": "market"}""";

    private readonly DataFolder _folder = new();

    public LeanData()
    {
        const string NewYork = "America/New_York";
        _folder.Raw("market-hours/market-hours-database.json", $$"""
            {"entries": {
              {{Entry("Equity-usa-[*]", NewYork, NewYork, sunday: "[]", weekday: Shares, friday: Shares, saturday: "[]")}},
              {{Entry("Forex-oanda-[*]", "UTC", NewYork, $"[{Evening}]", $"[{Morning}, {Evening}]", $"[{Morning}]", saturday: "[]")}},
              {{Entry("Crypto-coinbase-[*]", "UTC", "UTC", AllDay, AllDay, AllDay, AllDay)}}
            }
            }
            """);
    }

    public DataFolder Folder => _folder;

    public LeanData Zip(string path, string entry, params string[] rows)
    {
        string file = Path.Combine(_folder.Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using ZipArchive zip = ZipFile.Open(file, ZipArchiveMode.Create);
        using StreamWriter writer = new(zip.CreateEntry(entry).Open(), Encoding.ASCII);
        writer.Write(string.Join("\r\n", rows));
        return this;
    }

    public BarSourceOptions.Lean Options(Timeframe timeframe, LeanAsset asset = LeanAsset.Equity, params string[] symbols) => new()
    {
        Path = _folder.Root,
        Timeframe = timeframe,
        Symbols = symbols,
        Asset = asset,
    };

    public void Dispose() => _folder.Dispose();

    private static string Entry(string name, string dataZone, string zone, string sunday, string weekday, string friday, string saturday) => $$"""
        "{{name}}": {
          "dataTimeZone": "{{dataZone}}", "exchangeTimeZone": "{{zone}}", "sunday": {{sunday}}, "monday": {{weekday}}, "tuesday": {{weekday}},
          "wednesday": {{weekday}}, "thursday": {{weekday}}, "friday": {{friday}}, "saturday": {{saturday}}, "holidays": ["12/25/2019"],
          "earlyCloses": {"12/24/2019": "13:00:00"}
        }
        """;
}
