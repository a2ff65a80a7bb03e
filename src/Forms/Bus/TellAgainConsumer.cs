using MassTransit;
using Microsoft.EntityFrameworkCore;
using Teleservices.Contracts;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Bus;

/// <summary>IT staff want a request told of again.</summary>
internal sealed class TellAgainConsumer(TeleservicesDb db, Telling telling) : IConsumer<TellAgain>
{
    public async Task Consume(ConsumeContext<TellAgain> context)
    {
        await telling.Again(await db.Receipts.SingleAsync(receipt => receipt.RequestId == context.Message.RequestId, context.CancellationToken), context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
