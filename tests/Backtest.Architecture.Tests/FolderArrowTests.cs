namespace Backtest.Tests;

/// <summary>Which folder of the engine may use which: an arrow not listed here is a mistake, and none leads back.</summary>
public sealed class FolderArrowTests
{
    // From the bottom up; each folder uses only folders above it in this list.
    private static readonly (string Folder, string[] Knows)[] Allowed =
    [
        ("Streaming", []),
        ("Configuration", []),
        ("Events", ["Streaming"]),
        ("Turns", ["Streaming"]),
        ("Lifecycle", ["Turns"]),
        ("Universes", ["Configuration"]),
        ("Recording", ["Events", "Streaming"]),
        ("Hashing", ["Recording"]),
        ("Hub", ["Configuration", "Events", "Lifecycle", "Streaming"]),
        ("Market", ["Events", "Streaming"]),
        ("Classification", ["Configuration", "Events", "Hashing", "Hub", "Lifecycle", "Market", "Recording", "Streaming"]),
        ("Ledger", ["Classification", "Events", "Market", "Recording", "Streaming"]),
        ("Actions", ["Classification", "Configuration", "Events", "Market", "Streaming", "Turns"]),
        ("Execution", ["Classification", "Configuration", "Events", "Ledger", "Market", "Streaming", "Turns"]),
        ("Building", ["Actions", "Classification", "Configuration", "Execution", "Hub", "Lifecycle", "Market", "Streaming", "Turns", "Universes"]),
        ("Strategies", ["Building", "Configuration", "Events", "Execution", "Ledger", "Lifecycle", "Market", "Streaming", "Universes"]),
        (
            "Portfolios",
            [
                "Actions", "Classification", "Configuration", "Events", "Execution", "Hashing", "Ledger", "Lifecycle", "Market", "Recording",
                "Strategies", "Streaming", "Turns",
            ]),
        (
            "Containers",
            [
                "Actions", "Building", "Classification", "Configuration", "Events", "Execution", "Hub", "Ledger", "Lifecycle", "Market",
                "Portfolios", "Recording", "Strategies", "Streaming", "Turns", "Universes",
            ]),
        (
            "Workflow",
            [
                "Building", "Classification", "Configuration", "Containers", "Events", "Execution", "Hashing", "Hub", "Ledger", "Lifecycle", "Market",
                "Portfolios", "Recording", "Strategies", "Streaming", "Turns",
            ]),
    ];

    private static readonly IReadOnlyDictionary<string, IReadOnlySet<string>> Drawn = new EngineFolders(EngineSources.Current).Arrows();

    public static TheoryData<string> Folders => [.. Drawn.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folder_knows_only_the_folders_it_may_know(string folder)
    {
        string[] allowed = Assert.Single(Allowed, line => line.Folder == folder).Knows;
        Assert.Equal(allowed.Order(StringComparer.Ordinal), Drawn[folder].Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_arrow_leads_back()
    {
        var below = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string folder, string[] knows) in Allowed)
        {
            Assert.Empty(knows.Except(below));
            below.Add(folder);
        }
    }
}
