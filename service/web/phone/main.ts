import { createApp } from 'vue'
import '@/style/base.css'
import App from '@/applicant/App.vue'
import { startRouting } from '@/applicant/router'
import { language, speak } from '@/messages/messages'

speak(language.value)
startRouting()
createApp(App, { phone: true }).mount('#page')
