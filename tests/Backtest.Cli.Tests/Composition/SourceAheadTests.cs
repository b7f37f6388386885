using Backtest.Cli.Composition;

namespace Backtest.Tests.Composition;

public sealed class SourceAheadTests
{
    private static readonly BarSourceOptions[] Data = [new BarSourceOptions.Csv { Path = "bars.csv" }];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Data_is_read_before_it_is_asked_for_and_once()
    {
        Sources sources = new();
        using SourceAhead ahead = new(sources, Data);
        await sources.Begun.Task.WaitAsync(Token);
        using IBarSource source = ahead.Open(Data, Token);
        Assert.Same(sources.Source, source);
        Assert.Equal(1, sources.Reads);
    }

    [Fact]
    public async Task What_is_wrong_with_data_is_reported_when_it_is_asked_for_as_it_was_found()
    {
        InputException wrong = new(new InputError("bad_row", "a row is no bar"));
        Sources sources = new() { Read = _ => throw wrong };
        using SourceAhead ahead = new(sources, Data);
        await sources.Begun.Task.WaitAsync(Token);
        Assert.Same(wrong, Assert.Throws<InputException>(() => ahead.Open(Data, Token)));
    }

    [Fact]
    public async Task Data_nobody_asked_for_is_closed()
    {
        Sources sources = new();
        new SourceAhead(sources, Data).Dispose();
        await sources.Source.Closed.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task Reading_stops_when_it_is_given_up()
    {
        TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Sources sources = new()
        {
            Read = cancellation =>
            {
                cancellation.WaitHandle.WaitOne();
                stopped.SetResult();
                cancellation.ThrowIfCancellationRequested();
            },
        };
        SourceAhead ahead = new(sources, Data);
        await sources.Begun.Task.WaitAsync(Token);
        ahead.Dispose();
        await stopped.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task An_interruption_is_heard_while_data_is_read()
    {
        using CancellationTokenSource interruption = new();
        Sources sources = new() { Read = cancellation => cancellation.WaitHandle.WaitOne() };
        using SourceAhead ahead = new(sources, Data);
        await sources.Begun.Task.WaitAsync(Token);
        await interruption.CancelAsync();
        Assert.ThrowsAny<OperationCanceledException>(() => ahead.Open(Data, interruption.Token));
    }

    /// <summary>Opens one source.</summary>
    private sealed class Sources : IBarSourceFactory
    {
        private int _reads;

        public Action<CancellationToken> Read { get; init; } = _ => { };

        // The reading thread must not continue the test that waits for it.
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Source Source { get; } = new();

        public int Reads => _reads;

        public IBarSource Open(IReadOnlyList<BarSourceOptions> sources, CancellationToken cancellation)
        {
            Interlocked.Increment(ref _reads);
            Begun.TrySetResult();
            Read(cancellation);
            return Source;
        }
    }

    /// <summary>A source without bars that reports when it is closed.</summary>
    private sealed class Source : IBarSource
    {
        public TaskCompletionSource Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<SourceSeries> Series => [];

        public IReadOnlyList<DataFile> Files => [];

        public IBarReader Open(SourceSeries series) => throw new NotSupportedException();

        public void Dispose() => Closed.TrySetResult();
    }
}
