using System.Buffers;
using Backtest.Reporting;
using CsCheck;

namespace Backtest.Tests;

public sealed class DeltaEncodingTests
{
    [Fact]
    public void Whatever_is_written_reads_back() =>
        Gen.Long[-(1L << 53), 1L << 53].Array[0, 200].Sample(values => Assert.Equal(values, DeltaEncoding.Read(Write(values), values.Length)));

    [Fact]
    public void A_step_of_less_than_64_takes_one_byte() => Assert.Equal(1000, Write([.. Enumerable.Range(1, 1000).Select(i => 63L * i)]).Length);

    [Fact]
    public void Bytes_are_those_of_zigzag_and_seven_bits() => Assert.Equal([0x02, 0x01, 0xFE, 0x01], Write([1, 0, 127]));

    private static byte[] Write(long[] values)
    {
        var output = new ArrayBufferWriter<byte>();
        DeltaEncoding.Write(values, output);
        return output.WrittenSpan.ToArray();
    }
}
