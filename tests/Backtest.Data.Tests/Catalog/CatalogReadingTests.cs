using Backtest.Data.Catalog;
using ParquetSharp;

namespace Backtest.Tests.Catalog;

public sealed class CatalogReadingTests : IDisposable
{
    private const string Header = "date,open,high,low,close,volume";
    private const string File = "catalog/symbol=A/timeframe=1d/all.parquet";
    private const string Index = "catalog/symbol=A/timeframe=1d/_series.json";

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, "2000-01-04", "2000-01-03 00:00:00", "2000-01-04 23:59:00")]
    [InlineData("2000-03-10", "2000-03-11", "2000-03-10 00:00:00", "2000-03-11 23:59:00")]
    [InlineData("2000-12-31", "2001-01-01", "2000-12-31 00:00:00", "2001-01-01 23:59:00")]
    [InlineData("2001-04-01", null, "2001-04-01 00:00:00", "2001-05-03 02:39:00")]
    public void Start_and_end_cut_files_and_row_groups(string? start, string? end, string first, string last)
    {
        var synthetic = new BarSourceOptions.Synthetic
        {
            Timeframe = Timeframe.Minute,
            Bars = new SyntheticBars { Bars = 700_000 },
        };
        _folder.Import(synthetic);
        (DateOnly? from, DateOnly? to) = (start is null ? null : DateOnly.Parse(start, null), end is null ? null : DateOnly.Parse(end, null));
        using IBarSource expected = DataFolder.Open(synthetic with { Start = from, End = to });
        using IBarSource source = DataFolder.Open(_folder.InCatalog() with { Start = from, End = to });
        var bars = DataFolder.Bars(source, block: 999);
        Assert.Equal([first, last], [DataFolder.Starts(bars)[0], DataFolder.Starts(bars)[^1]]);
        Assert.Equal(DataFolder.Closes(DataFolder.Bars(expected, block: 4096)), DataFolder.Closes(bars));
        Assert.Equal(bars.Count, source.Files.Sum(file => file.Rows));
    }

    [Fact]
    public void Days_the_catalog_does_not_have_are_an_error()
    {
        Import();
        Assert.Equal(
            "data.start: there are no bars of A on these days; the catalog has it from 2020-01-02 to 2020-01-03.\n"
            + "  Set data.start and data.end to days in the catalog.",
            _folder.Error(_folder.InCatalog() with { Start = new DateOnly(2021, 1, 1) }));
    }

    [Fact]
    public void The_last_day_is_known_before_a_bar_is_read()
    {
        Import();
        using IBarSource whole = _folder.OpenCatalog();
        using IBarSource cut = DataFolder.Open(_folder.InCatalog() with { End = new DateOnly(2020, 1, 2) });
        Assert.Equal(new DateOnly(2020, 1, 3), Assert.Single(whole.Series).LastDay);
        Assert.Equal(new DateOnly(2020, 1, 2), Assert.Single(cut.Series).LastDay);
    }

    [Fact]
    public void A_file_is_named_with_the_hash_it_was_written_with()
    {
        Import();
        using IBarSource source = _folder.OpenCatalog();
        DataFile file = Assert.Single(source.Files);
        byte[] content = System.IO.File.ReadAllBytes(Path.Combine(_folder.Root, File));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), file.Sha256);
    }

    [Fact]
    public void A_symbol_or_timeframe_the_catalog_does_not_have_is_an_error()
    {
        Import();
        Assert.StartsWith("data.symbols: the catalog does not have a.", _folder.Error(_folder.InCatalog("a")), StringComparison.Ordinal);
        BarSourceOptions minutes = _folder.InCatalog("A") with { Timeframe = Timeframe.Minute };
        Assert.StartsWith("data.timeframe: the catalog has no 1m bars of A; it has 1d.", _folder.Error(minutes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_no_catalog_is_told()
    {
        _folder.File("catalog/A.csv", Header);
        Assert.StartsWith("catalog: this is not a catalog: it has no _catalog.json.", _folder.Error(_folder.InCatalog()), StringComparison.Ordinal);
        Assert.StartsWith("data.path: there is no folder", _folder.Error(_folder.InCatalog() with { Path = "none" }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_catalog_of_a_newer_version_is_refused()
    {
        Import();
        _folder.File("catalog/_catalog.json", "{\"format\": 2}");
        Assert.Equal(
            "catalog/_catalog.json: this is written in format 2, but this version reads formats up to 1.\n"
            + "  Use the newer version of the tool that wrote it, or import the bars again.",
            _folder.Error(_folder.InCatalog()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"format\": \"x\"}")]
    [InlineData("")]
    public void A_catalog_without_its_format_is_told(string content)
    {
        Import();
        _folder.File("catalog/_catalog.json", content);
        Assert.StartsWith("catalog/_catalog.json: its format is unknown", _folder.Error(_folder.InCatalog()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"symbol\": \"A\"")]
    [InlineData("null")]
    public void A_damaged_index_is_told(string content)
    {
        Import();
        _folder.File(Index, content);
        Assert.StartsWith($"{Index}: the index ", _folder.Error(_folder.InCatalog()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_of_another_series_is_told()
    {
        Import();
        Directory.Move(Path.Combine(_folder.Root, "catalog/symbol=A"), Path.Combine(_folder.Root, "catalog/symbol=B"));
        Assert.Contains("the index does not belong to this folder", _folder.Error(_folder.InCatalog()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_without_its_index_is_told()
    {
        Import();
        System.IO.File.Delete(Path.Combine(_folder.Root, Index));
        Assert.Equal(
            "catalog/symbol=A/timeframe=1d: the folder has no _series.json, so its bars are unknown.\n"
            + "  Delete the folder of the series and import it again.",
            _folder.Error(_folder.InCatalog()));
    }

    [Fact]
    public void A_file_that_is_gone_or_has_another_size_is_told()
    {
        Import();
        _folder.Damage(File, bytes => bytes[..^9]);
        Assert.Matches($"^{File}: the file has [0-9]+ bytes, but the catalog's index lists [0-9]+", _folder.Error(_folder.InCatalog()));
        System.IO.File.Delete(Path.Combine(_folder.Root, File));
        Assert.StartsWith($"{File}: the catalog's index lists this file, but it does not exist.", _folder.Error(_folder.InCatalog()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bit_turned_over_anywhere_is_told_or_changes_no_bar()
    {
        Import();
        byte[] whole = System.IO.File.ReadAllBytes(Path.Combine(_folder.Root, File));
        int told = 0;
        for (int i = 0; i < whole.Length; i += 5)
        {
            int at = i;
            _folder.Damage(File, _ => [.. whole[..at], (byte)(whole[at] ^ 0x10), .. whole[(at + 1)..]]);
            try
            {
                using IBarSource source = _folder.OpenCatalog();
                Assert.Equal([1.5, 2.5], DataFolder.Closes(DataFolder.Bars(source)));
            }
            catch (InputException)
            {
                told++;
            }
        }

        Assert.InRange(told, whole.Length / 20, whole.Length / 5);
    }

    [Fact]
    public void A_file_without_the_columns_of_bars_is_told()
    {
        Import();
        string path = Path.Combine(_folder.Root, File);
        long size = new FileInfo(path).Length;
        using (var file = new ParquetFileWriter(path, [new Column<double>("close")]))
        {
            using RowGroupWriter group = file.AppendRowGroup();
            using LogicalColumnWriter<double> column = group.NextColumn().LogicalWriter<double>();
            column.WriteBatch([1.5, 2.5]);
            file.Close();
        }

        string index = Path.Combine(_folder.Root, Index);
        System.IO.File.WriteAllText(index, System.IO.File.ReadAllText(index).Replace(
            $"\"bytes\": {size}", $"\"bytes\": {new FileInfo(path).Length}", StringComparison.Ordinal));
        using IBarSource source = _folder.OpenCatalog();
        InputException exception = Assert.Throws<InputException>(() => DataFolder.Bars(source));
        Assert.Contains("the file has no column start_time", exception.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_may_be_left_in_the_middle()
    {
        _folder.Import(new BarSourceOptions.Synthetic { Timeframe = Timeframe.Minute, Bars = new SyntheticBars { Bars = 100_000 } });
        using IBarSource source = _folder.OpenCatalog();
        SourceSeries series = Assert.Single(source.Series);
        for (int i = 0; i < 50; i++)
        {
            var bars = new Abstractions.Runtime.BarSeries(new Instrument { Symbol = "SYN0" }, series.Timeframe, index: 0, hasVolume: true);
            using IBarReader reader = source.Open(series);
            Assert.Equal(i * 100, reader.Read(bars, i * 100));
        }
    }

    private void Import()
    {
        _folder.File("A.csv", Header, "2020-01-02,1,2,1,1.5,5", "2020-01-03,2,3,2,2.5,5");
        ImportResult result = _folder.Import(_folder.Options("A.csv"));
        Assert.Equal(["A 1d Added"], result.Outcomes());
    }
}
