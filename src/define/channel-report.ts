/** Defines `<channel-report>`. Importing this file is the side effect. */
import { ChannelReport } from '../elements/channel-report/channel-report.ts';

ChannelReport.define();

export { ChannelReport };
