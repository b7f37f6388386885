namespace Backtest.Tests;

/// <summary>docs/indicators.md and its pictures match code and comments; BACKTEST_RENEW=1 writes them again.</summary>
public sealed class IndicatorPageTests
{
    private const int LargestPicture = 6 * 1024;

    [Fact]
    public void The_page_and_its_pictures_are_what_the_code_says()
    {
        IReadOnlyDictionary<string, string> files = IndicatorPage.Files();
        if (Environment.GetEnvironmentVariable("BACKTEST_RENEW") == "1")
            Write(files);

        foreach ((string name, string content) in files)
        {
            string path = Repository.Path($"docs/{name}");
            Assert.True(File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == content,
                $"docs/{name} is not what the code says: renew it as CONTRIBUTING.md tells");
        }

        Assert.Equal(
            files.Keys.Where(name => name.EndsWith(".svg", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Repository.Path("docs/indicators")).Select(file => $"indicators/{Path.GetFileName(file)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pictures_are_small() => Assert.All(
        IndicatorPage.Files().Where(file => file.Key.EndsWith(".svg", StringComparison.Ordinal)),
        file => Assert.InRange(file.Value.Length, 1, LargestPicture));

    [Fact]
    public void Nothing_on_the_page_is_left_unsaid()
    {
        string page = File.ReadAllText(Repository.Path("docs/indicators.md"));

        Assert.DoesNotMatch(@"`: ?\n|`, ;|`, \n", page);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }

    private static void Write(IReadOnlyDictionary<string, string> files)
    {
        string pictures = Repository.Path("docs/indicators");
        if (Directory.Exists(pictures))
            Directory.Delete(pictures, recursive: true);
        Directory.CreateDirectory(pictures);
        foreach ((string name, string content) in files)
            File.WriteAllText(Repository.Path($"docs/{name}"), content);
    }
}
