using System.Runtime.InteropServices;
using FsCheck.Fluent;
using Splot.Search.Segments;

namespace Splot.Search.Tests.Segments;

public sealed unsafe class BitPackingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(300)]
    [InlineData(70_000)]
    [InlineData(16_000_000)]
    public void Unpack_WhatWasPacked_IsTheSameByVectorsAndOneByOne(int widest) => Law.Holds(300, Gen.Choose(0, 1_000_000), seed =>
    {
        var random = new Random(seed);
        var before = random.Next(2) == 0 ? -1 : random.Next(1000);
        var documents = new int[BitPacking.BlockSize];
        for (var (i, last) = (0, before); i < documents.Length; i++)
        {
            documents[i] = last += random.Next(1, widest + 1);
        }

        var bits = BitPacking.Bits(documents, before);
        var words = new uint[4 * 32];
        BitPacking.Pack(documents, before, bits, words);
        var (vectors, scalars) = (new int[BitPacking.BlockSize], new int[BitPacking.BlockSize]);
        fixed (uint* from = words)
        fixed (int* first = vectors, second = scalars)
        {
            BitPacking.UnpackVectors(from, bits, before, first);
            BitPacking.UnpackScalars(from, bits, before, second);
        }

        Assert.Equal(documents, vectors);
        Assert.Equal(documents, scalars);
    });

    [Fact]
    public void Pack_GreatestDifference_TakesThirtyOneBits()
    {
        var documents = new int[BitPacking.BlockSize];
        for (var i = 0; i < documents.Length; i++)
        {
            documents[i] = int.MaxValue - documents.Length + i;
        }

        Assert.Equal(31, BitPacking.Bits(documents, -1));
        var words = new uint[4 * 32];
        BitPacking.Pack(documents, -1, 31, words);
        var unpacked = new int[documents.Length];
        fixed (byte* from = MemoryMarshal.AsBytes<uint>(words))
        fixed (int* to = unpacked)
        {
            BitPacking.Unpack(from, 31, -1, to);
        }

        Assert.Equal(documents, unpacked);
    }
}
