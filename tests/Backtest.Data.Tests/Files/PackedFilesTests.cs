namespace Backtest.Tests.Files;

public sealed class PackedFilesTests : IDisposable
{
    private static readonly string[] One = ["date,open,high,low,close", "2020-01-02,1,2,1,1.5"];
    private static readonly string[] Two = ["date,open,high,low,close", "2020-01-02,1,2,1,1.6", "2020-01-03,1,2,1,1.7"];
    private static readonly string[] Long = [.. Two, .. Enumerable.Range(0, 20_000).Select(
        day => $"{new DateOnly(2020, 1, 4).AddDays(day):yyyy-MM-dd},1,2,1,1.{day * 7919 % 1000:000}")];

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_gzip_file_is_read_as_what_it_packs_and_named_by_its_stem()
    {
        _folder.Gzip("SPX.csv.gz", Two);
        using IBarSource source = _folder.Open("SPX.csv.gz");

        Assert.Equal(["SPX"], DataFolder.Symbols(source));
        Assert.Equal([1.6, 1.7], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void A_zip_with_one_file_is_named_by_the_zip()
    {
        _folder.Zip("SPX.zip", ("whatever.csv", Two), ("readme.md", ["no bars"]));
        using IBarSource source = _folder.Open("SPX.zip");

        Assert.Equal(["SPX"], DataFolder.Symbols(source));
        Assert.Equal([1.6, 1.7], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void Files_in_a_zip_are_files_each_named_by_itself()
    {
        _folder.Zip("prices.zip", ("b/B.csv", Two), ("A.txt", One));
        using IBarSource source = _folder.Open("prices.zip");

        Assert.Equal(["A", "B"], DataFolder.Symbols(source));
        Assert.Equal(["prices.zip#A.txt", "prices.zip#b/B.csv"], source.Files.Select(file => Path.GetRelativePath(_folder.Root, file.Path)));
    }

    [Fact]
    public void Files_in_a_zip_that_the_path_names_a_symbol_are_its_parts()
    {
        _folder.Zip("SPX.zip", ("2019.csv", ["date,open,high,low,close", "2019-01-02,1,2,1,1"]), ("2020.csv", Two));
        using IBarSource source = _folder.Open("{symbol}.zip");

        Assert.Equal([1, 1.6, 1.7], DataFolder.Closes(DataFolder.Bars(source, "SPX")));
    }

    [Fact]
    public void A_folder_may_hold_plain_and_packed_files()
    {
        _folder.File("A.csv", One).Gzip("B.csv.gz", Two).Zip("C.zip", ("c.csv", One)).File("notes.txt", "no bars").File("D.tsv", [.. One.Select(Tabs)]);
        using IBarSource source = _folder.Open(".");

        Assert.Equal(["A", "B", "C", "D"], DataFolder.Symbols(source));
    }

    [Fact]
    public void The_hash_is_of_the_text_however_it_is_packed()
    {
        _folder.Gzip("A.csv.gz", Two).Zip("A.zip", ("A.csv", Two)).Raw("A.csv", string.Join('\n', Two));
        string[] hashes = [.. new[] { "A.csv", "A.csv.gz", "A.zip" }.Select(path =>
        {
            using IBarSource source = _folder.Open(path);
            return Assert.Single(source.Files).Sha256;
        })];

        Assert.Single(hashes.Distinct());
    }

    [Fact]
    public void What_is_wrong_in_a_packed_file_is_told_with_its_line()
    {
        _folder.Zip("prices.zip", ("A.csv", [.. Two, "2020-01-06,1,2,1,x"]), ("B.csv", One));
        Assert.StartsWith("prices.zip#A.csv:4: close 'x' is not a number", _folder.Error("prices.zip"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_file_of_several_members_is_read_to_its_end()
    {
        _folder.Gzip("one.gz", "date,open,high,low,close", "2020-01-02,1,2,1,1.5", "").Gzip("two.gz", "2020-01-03,1,2,1,1.6", "");
        byte[] both = [.. File.ReadAllBytes($"{_folder.Root}/one.gz"), .. File.ReadAllBytes($"{_folder.Root}/two.gz")];
        File.WriteAllBytes($"{_folder.Root}/A.csv.gz", both);
        using IBarSource source = _folder.Open("A.csv.gz");
        Assert.Equal([1.5, 1.6], DataFolder.Closes(DataFolder.Bars(source)));
        File.WriteAllBytes($"{_folder.Root}/A.csv.gz", both[..^3]);
        Assert.StartsWith("A.csv.gz: the file cannot be unpacked:", _folder.Error("A.csv.gz"), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_systems_put_beside_those_of_users_are_not_read()
    {
        _folder.Zip("A.zip", ("A.csv", One), ("__MACOSX/._A.csv", ["no bars"]), ("._A.csv", ["no bars"]));
        using IBarSource source = _folder.Open("A.zip");
        Assert.Equal(["A"], DataFolder.Symbols(source));
    }

    [Fact]
    public void A_gzip_file_cut_off_is_damaged()
    {
        _folder.Gzip("A.csv.gz", Long).Damage("A.csv.gz", bytes => bytes[..(bytes.Length / 2)]);
        Assert.StartsWith("A.csv.gz: the file cannot be unpacked:", _folder.Error("A.csv.gz"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_cut_off_is_damaged()
    {
        _folder.Zip("A.zip", ("A.csv", Long)).Damage("A.zip", bytes => bytes[..(bytes.Length / 2)]);
        Assert.StartsWith("A.zip: the file cannot be unpacked:", _folder.Error("A.zip"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_with_a_bit_turned_over_is_damaged()
    {
        _folder.Zip("A.zip", ("A.csv", Long)).Damage("A.zip", bytes =>
        {
            bytes[bytes.Length / 2] ^= 0x10;
            return bytes;
        });
        Assert.Contains("the file cannot be unpacked", string.Join('\n', _folder.Errors(_folder.Options("A.zip") with { SkipsBadRows = true })), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_gzip_file_is_told()
    {
        _folder.File("A.csv.gz", One);
        Assert.StartsWith("A.csv.gz: the file cannot be unpacked:", _folder.Error("A.csv.gz"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_without_a_file_of_bars_is_an_error()
    {
        _folder.Zip("A.zip", ("readme.md", ["no bars"]));
        Assert.Equal(
            "A.zip: the zip has no .csv, .tsv or .txt file\n  Add files of bars to it, or remove it from data.path.", _folder.Error("A.zip"));
    }

    private static string Tabs(string line) => line.Replace(',', '\t');
}
