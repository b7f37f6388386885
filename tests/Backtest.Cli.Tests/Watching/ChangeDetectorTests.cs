using Backtest.Cli.Watching;
using Microsoft.Extensions.Time.Testing;

namespace Backtest.Tests.Watching;

public sealed class ChangeDetectorTests : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();

    private string One => _folder.Combine("one.txt");

    private string Two => _folder.Combine("two.txt");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_change_is_told_when_files_have_been_at_rest_for_the_quiet_time()
    {
        ChangeDetector detector = Detector();
        File.WriteAllText(One, "longer than before");

        Assert.Empty(detector.Observe(Now()));
        Assert.True(detector.IsUnsettled);
        _clock.Advance(Quiet / 2);
        Assert.Empty(detector.Observe(Now()));
        _clock.Advance(Quiet / 2);
        Assert.Equal([new FileChange(One, "changed")], detector.Observe(Now()));
    }

    [Fact]
    public void A_further_change_begins_the_quiet_time_again()
    {
        ChangeDetector detector = Detector();
        File.WriteAllText(One, "longer than before");
        detector.Observe(Now());
        _clock.Advance(Quiet);
        File.WriteAllText(Two, "another");

        Assert.Empty(detector.Observe(Now()));
        _clock.Advance(Quiet);
        Assert.Equal([new FileChange(One, "changed"), new FileChange(Two, "added")], detector.Observe(Now()));
    }

    [Fact]
    public void What_comes_and_goes_is_no_change()
    {
        ChangeDetector detector = Detector();
        File.WriteAllText(Two, "for a moment");
        detector.Observe(Now());
        File.Delete(Two);

        Assert.Empty(detector.Observe(Now()));
        Assert.False(detector.IsUnsettled);
    }

    [Fact]
    public void A_file_of_the_same_length_renamed_over_another_is_a_change()
    {
        ChangeDetector detector = Detector();
        File.WriteAllText(Two, "eno");
        File.SetLastWriteTimeUtc(Two, File.GetLastWriteTimeUtc(One).AddMilliseconds(1));
        File.Move(Two, One, overwrite: true);
        detector.Observe(Now());
        _clock.Advance(Quiet);

        Assert.Equal([new FileChange(One, "changed")], detector.Observe(Now()));
    }

    [Fact]
    public void A_file_that_went_away_is_a_change()
    {
        ChangeDetector detector = Detector();
        File.Delete(One);
        detector.Observe(Now());
        _clock.Advance(Quiet);

        Assert.Equal([new FileChange(One, "removed")], detector.Observe(Now()));
    }

    private ChangeDetector Detector()
    {
        File.WriteAllText(One, "one");
        return new ChangeDetector(Now(), Quiet, _clock);
    }

    private FileSnapshot Now() => FileSnapshot.Take([One, Two]);
}
