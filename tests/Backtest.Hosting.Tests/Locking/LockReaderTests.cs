using Backtest.Hosting;

namespace Backtest.Tests.Locking;

public sealed class LockReaderTests : IDisposable
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private const string Good = $$"""
        {
          "version": 1,
          "packages": {
            "Acme.Cross": {
              "version": "1.2.3",
              "sha256": "{{Hash}}",
              "packageSha256": "{{Hash}}",
              "source": "acme",
              "files": {
                "Acme.Cross.dll": "{{Hash}}"
              }
            }
          }
        }

        """;

    private const string Again =
        $$"""
        "acme.cross": { "version": "1", "sha256": "{{Hash}}", "packageSha256": "{{Hash}}", "source": "a", "files": {} }
        """;

    private readonly TemporaryFolder _folder = new();

    private string LockFile => _folder.Combine("plugins.lock.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_lock_file_says_what_each_package_must_be()
    {
        File.WriteAllText(LockFile, Good);

        LockedPackage package = PluginLock.Read(LockFile).Find("acme.cross")!;

        Assert.Equal(("Acme.Cross", "1.2.3", Hash, Hash, "acme"),
            (package.Id, package.Version, package.Sha256, package.PackageSha256, package.Source));
        Assert.Equal(KeyValuePair.Create("Acme.Cross.dll", Hash), Assert.Single(package.Files));
    }

    [Fact]
    public void A_lock_file_that_is_not_there_names_nothing() => Assert.Empty(PluginLock.Read(LockFile).Packages);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Line_ends_and_a_byte_order_mark_do_not_matter(string lineEnd)
    {
        File.WriteAllText(LockFile, "\uFEFF" + Good.ReplaceLineEndings(lineEnd));

        Assert.Single(PluginLock.Read(LockFile).Packages);
    }

    [Theory]
    [InlineData("", "not JSON", 1)]
    [InlineData("no lock", "not JSON", 1)]
    [InlineData("[]", "expected an object", 1)]
    [InlineData("{}", "has no 'version'", 1)]
    [InlineData("{\"version\": 1}", "has no 'packages'", 1)]
    [InlineData("{\n\"version\": \"1\",\n\"packages\": {}}", "whole number", 2)]
    [InlineData("{\n\"packages\": {},\n\"version\": 2, \"more\": []}", "format version 2", 3)]
    public void A_file_that_is_no_lock_file_is_an_error_with_its_line(string text, string message, int line) =>
        Refuses(text, message, line);

    [Theory]
    [InlineData("\"source\": \"acme\",", "", "'Acme.Cross' has no 'source'", 4)]
    [InlineData("\"source\": \"acme\"", "\"source\": 7", "text for 'source'", 8)]
    [InlineData("\"source\": \"acme\"", "\"source\": \"\"", "'source' is empty", 8)]
    [InlineData("\"source\": \"acme\"", "\"sauce\": \"acme\"", "'sauce' is not known", 8)]
    [InlineData("\"source\": \"acme\"", "\"source\": \"acme\",\n\"source\": \"acme\"", "'source' appears twice", 9)]
    [InlineData("\"sha256\": \"0123", "\"sha256\": \"012X", "not a SHA-256", 6)]
    [InlineData("\"sha256\": \"0123", "\"sha256\": \"012", "not a SHA-256", 6)]
    [InlineData("\"Acme.Cross.dll\": \"0123", "\"Acme.Cross.dll\": \"ABCD", "not a SHA-256", 10)]
    [InlineData("\"version\": \"1.2.3\",", "\"version\": \"1.2.3\"", "not JSON", 6)]
    [InlineData("\"Acme.Cross\"", "\"../Cross\"", "'../Cross' cannot be the id", 4)]
    [InlineData("\"packages\": {", "\"packages\": {\nAGAIN,", "'Acme.Cross' appears twice", 5)]
    [InlineData("\"packages\": {", "\"packages\": {\n<<<<<<< mine", "not JSON", 4)]
    public void A_mistake_in_a_lock_file_is_an_error_with_its_line(string right, string wrong, string message, int line) =>
        Refuses(Good.Replace(right, wrong.Replace("AGAIN", Again, StringComparison.Ordinal), StringComparison.Ordinal), message, line);

    private void Refuses(string text, string message, int line)
    {
        File.WriteAllText(LockFile, text);

        InputError error = Assert.Single(Assert.Throws<InputException>(() => PluginLock.Read(LockFile)).Errors);

        Assert.Equal("plugin_lock", error.Code);
        Assert.Contains(message, error.Message);
        Assert.Equal((LockFile, line), (error.Position.File, error.Position.Line));
    }
}
