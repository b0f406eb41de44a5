import '../../src/define/activation-rate.ts';
import '../../src/define/channel-report.ts';
import '../../src/define/experiment-readout.ts';
import '../../src/define/funnel-chart.ts';
import '../../src/define/funnel-step-drilldown.ts';
import '../../src/define/lifecycle-wheel.ts';
import { readPreferences } from '../page/preferences.ts';
import { showAlone } from './show-alone.ts';
import { readStateView } from './state-view.ts';
import { StatesPage } from './states-page.ts';

const root = document.getElementById('app');
const query = new URLSearchParams(location.search);
if (root && query.has('scenario')) await showAlone(root, query);
else if (root) new StatesPage(root, readPreferences(query), readStateView(query));
