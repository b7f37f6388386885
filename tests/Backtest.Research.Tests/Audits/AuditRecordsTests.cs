using Backtest.Research;

namespace Backtest.Tests.Audits;

/// <summary>The results of audits can be found later.</summary>
public sealed class AuditRecordsTests : IDisposable
{
    private const string Spec = "0123456789abcdef";

    private readonly TemporaryFolder _project = new();

    [Fact]
    public void What_is_kept_is_found_again()
    {
        AuditRecord record = Record() with
        {
            Findings = ["strategy <x> uses future data"],
            Remarks = [new AuditRemark("warm_up", "settles", 57)],
        };
        new AuditRecords(_project.Path).Keep(record);
        AuditRecord? found = new AuditRecords(_project.Path).Find(Spec);
        Assert.Equivalent(record, found, strict: true);
        Assert.False(found!.IsClean);
    }

    [Fact]
    public void A_specification_nobody_audited_has_no_record() => Assert.Null(new AuditRecords(_project.Path).Find(Spec));

    [Fact]
    public void A_later_audit_takes_the_place_of_an_earlier_one()
    {
        var records = new AuditRecords(_project.Path);
        records.Keep(Record() with { Findings = ["wrong"] });
        records.Keep(Record());
        Assert.True(records.Find(Spec)!.IsClean);
        Assert.Single(Directory.GetFiles(records.Folder));
    }

    [Fact]
    public void They_are_beside_the_ledger() =>
        Assert.Equal(Path.Combine(_project.Path, ".backtest", "audits"), new AuditRecords(_project.Path).Folder);

    [Theory]
    [InlineData("{", "cannot be read")]
    [InlineData("{}", "cannot be read")]
    [InlineData("null", "it is empty")]
    public void A_damaged_record_is_an_error_that_names_the_file(string text, string expected)
    {
        var records = new AuditRecords(_project.Path);
        records.Keep(Record());
        File.WriteAllText(Path.Combine(records.Folder, $"{Spec}.json"), text);
        InputError error = Assert.Single(Assert.Throws<InputException>(() => records.Find(Spec)).Errors);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"{Spec}.json", error.Position.File, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_a_later_form_is_refused()
    {
        var records = new AuditRecords(_project.Path);
        records.Keep(Record() with { SchemaVersion = 2 });
        Assert.Contains("reads versions up to 1", Assert.Throws<InputException>(() => records.Find(Spec)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../outside")]
    [InlineData("ABC")]
    public void Only_a_hash_becomes_the_name_of_a_file(string spec) =>
        Assert.Throws<ArgumentException>(() => new AuditRecords(_project.Path).Find(spec));

    /// <inheritdoc/>
    public void Dispose() => _project.Dispose();

    private static AuditRecord Record() => new()
    {
        Spec = Spec,
        Name = "first-run",
        AuditedAt = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        EngineVersion = "0.1.0",
        Data = "feed",
        Runs = 61,
        Cuts = 12,
        Findings = [],
        Remarks = [],
        NotJudged = ["nothing"],
    };
}
